/* The compression function of SHA-256 (FIPS 180-4 §6.2.2) in the instructions that x86-64 processors
   have for it. Swift has no way to write them. */
#ifndef GUICHET_SHA256_H
#define GUICHET_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/* Whether this processor has SHA, SSSE3 and SSE4.1. */
static inline bool sha256_has_instructions(void)
{
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1))
        return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/* Takes `count` whole blocks of 64 octets into the eight words; `constants` are the K of §4.2.2. */
__attribute__((target("sha,ssse3,sse4.1")))
static inline void sha256_compress(uint32_t *words, const void *blocks, size_t count,
                                   const uint32_t *constants)
{
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    const __m128i *input = (const __m128i *)blocks;
    const __m128i *k = (const __m128i *)constants;

    /* The instructions want a, b, e, f in one register and c, d, g, h in the other. */
    __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words), 0xB1);
    __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words + 1), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);

    for (; count > 0; count--, input += 4) {
        __m128i abef_before = abef, cdgh_before = cdgh, w[4];
        for (int i = 0; i < 4; i++)
            w[i] = _mm_shuffle_epi8(_mm_loadu_si128(input + i), big_endian);
        /* Four rounds a turn. */
#pragma clang loop unroll(full)
        for (int i = 0; i < 16; i++) {
            __m128i sum = _mm_add_epi32(w[i & 3], _mm_loadu_si128(k + i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
            __m128i next = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);
            next = _mm_add_epi32(next, _mm_alignr_epi8(w[(i + 3) & 3], w[(i + 2) & 3], 4));
            w[i & 3] = _mm_sha256msg2_epu32(next, w[(i + 3) & 3]);
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }

    __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128((__m128i *)words + 1, _mm_alignr_epi8(dchg, feba, 8));
}

#else

static inline bool sha256_has_instructions(void) { return false; }

static inline void sha256_compress(uint32_t *words, const void *blocks, size_t count,
                                   const uint32_t *constants)
{
    (void)words, (void)blocks, (void)count, (void)constants;
}

#endif
#endif
