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

/// A compiled expression. It may be used by several threads at once.
typedef struct cre2_expression cre2_expression;

/// Compiles `pattern`; NULL when it is not valid: then `code` says what is wrong (RE2::ErrorCode), and
/// `argument` gets the piece of the pattern that is to blame, cut to `capacity` and ended with NUL.
/// `capacity` must be positive.
cre2_expression *cre2_compile(
    const char *pattern, size_t length, int *code, char *argument, size_t capacity);

void cre2_free(cre2_expression *expression);

/// The number of groups, the whole match not counted.
int cre2_group_count(const cre2_expression *expression);

/// The name of a group; empty for one without a name. Valid as long as the expression.
const char *cre2_group_name(const cre2_expression *expression, int group);

/// Looks for the first match in `text` that begins at `start` or later. Returns 1 and fills `offsets` with
/// the begin and end of the match and of each group, -1 for groups that took no part; `count` is the number
/// of such pairs wanted.
int cre2_find(
    const cre2_expression *expression, const char *text, size_t length, size_t start, ptrdiff_t *offsets,
    int count);

#ifdef __cplusplus
}
#endif

#endif
