#ifndef CRE2_H
#define CRE2_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Compiles `pattern` with RE2 and returns 1 when it is valid. When it is not, returns 0 and writes the reason,
/// cut to `capacity` and ended with NUL, to `message`. `capacity` must be positive.
int cre2_check(const char *pattern, size_t length, char *message, size_t capacity);

/// Returns 1 when RE2 matches all of `text` with `pattern`, 0 when it does not, -1 when the pattern is invalid.
int cre2_full_match(const char *pattern, size_t pattern_length, const char *text, size_t text_length);

#ifdef __cplusplus
}
#endif

#endif
