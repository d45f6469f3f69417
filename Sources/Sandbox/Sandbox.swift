// The loopback IMAP and SMTP server of the demo, and of tests that need no real server, goes here.
