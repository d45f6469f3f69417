"""Loads the pages of a folder in Chromium and says what is wrong with them; see accessibility."""

import pathlib
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/lib/chromium/chromium"
AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js")
WIDTHS = [320, 700]
SCHEMES = ["light", "dark"]
BYTES_AT_MOST = 100_000

# Every rule that axe-core has is on, those of level AAA, the best practices and the experimental
# ones included, but for these.
RULES_OFF = {}

# Run in the page: what axe-core has no rule for.
OWN_RULES = """() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth)
        found.push(`wider than its window: ${root.scrollWidth} > ${innerWidth}`);
    const targets = new Map();
    for (const link of document.querySelectorAll("a[href]")) {
        const text = link.textContent.trim().replace(/\\s+/g, " ").toLowerCase();
        if (/^(cliquez |cliquer )?(ici|l[aà]|lien|plus|en savoir plus|voir|suite)?$/.test(text))
            found.push(`link that says nothing: "${text}" to ${link.href}`);
        if (targets.has(text) && targets.get(text) !== link.href)
            found.push(`two targets of one link text: "${text}"`);
        targets.set(text, link.href);
        if (!getComputedStyle(link).textDecorationLine.includes("underline"))
            found.push(`link not underlined: "${text}"`);
    }
    return found;
}"""

RUN_AXE = """async (off) => {
    const rules = {};
    for (const rule of axe.getRules()) rules[rule.ruleId] = { enabled: !off.includes(rule.ruleId) };
    const results = await axe.run(document, { rules, iframes: false });
    return results.violations.flatMap(violation => violation.nodes.map(node =>
        `${violation.id} (${violation.impact}): ${node.target.join(" ")}: `
        + `${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""


def violations(page):
    """All that is wrong with a page as it is loaded now."""
    return page.evaluate(RUN_AXE, list(RULES_OFF)) + page.evaluate(OWN_RULES)


def judge(page, file, folder, pictures):
    """Prints what is wrong with a file in any window, each finding once with the windows."""
    findings = {}
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for finding in violations(page):
                findings.setdefault(finding, []).append(f"{width} {scheme}")
            if pictures and file.parent.name == "sent":
                name = f"{file.stem}-{width}-{scheme}.png"
                page.screenshot(path=str(pictures / name), full_page=True)
    for url in requests:
        if not url.startswith(folder.as_uri() + "/"):
            findings[f"request to {url}"] = ["all"]
    if file.parent.name == "sent":
        if len(requests) > 1:
            findings["a letter that loads something"] = ["all"]
        if file.stat().st_size >= BYTES_AT_MOST:
            findings[f"{file.stat().st_size} bytes"] = ["all"]
    for finding, windows in findings.items():
        print(f"{file.relative_to(folder)} [{', '.join(windows)}]: {finding}")
    return len(findings)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    letters = sorted(folder.glob("sent/*.html"))
    pages = letters + sorted(folder.glob("*.html"))
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
        )
        print(f"Chromium {browser.version}")
        for file in pages:
            # A page of its own each, so that requests are its own.
            page = browser.new_page()
            count += judge(page, file, folder, pictures)
            page.close()
        browser.close()
    largest = max((file.stat().st_size for file in letters), default=0)
    print(
        f"{len(letters)} letters (the largest {largest} bytes) and {len(pages) - len(letters)} other "
        f"pages, {len(WIDTHS) * len(SCHEMES)} windows each: {count} violations"
    )
    # Without letters nothing was judged.
    return 0 if letters and count == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
