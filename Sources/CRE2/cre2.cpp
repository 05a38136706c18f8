#include "cre2.h"

#include <re2/re2.h>

#include <cstring>

namespace {

// Istio's and Envoy's own default bound on a compiled program is far below RE2's 8 MiB; this one only stops abuse.
constexpr int64_t kMaximumMemory = 8 << 20;

RE2::Options quietOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaximumMemory);
  return options;
}

}  // namespace

int cre2_check(const char *pattern, size_t length, char *message, size_t capacity) {
  RE2 expression(re2::StringPiece(pattern, length), quietOptions());
  if (expression.ok()) {
    message[0] = '\0';
    return 1;
  }
  std::strncpy(message, expression.error().c_str(), capacity - 1);
  message[capacity - 1] = '\0';
  return 0;
}

int cre2_full_match(const char *pattern, size_t pattern_length, const char *text, size_t text_length) {
  RE2 expression(re2::StringPiece(pattern, pattern_length), quietOptions());
  if (!expression.ok()) return -1;
  return RE2::FullMatch(re2::StringPiece(text, text_length), expression) ? 1 : 0;
}
