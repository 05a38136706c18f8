#include "cre2.h"

#include <re2/re2.h>

#include <cstring>
#include <map>
#include <new>
#include <string>
#include <vector>

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

struct cre2_expression {
  RE2 expression;
  std::vector<std::string> names;

  cre2_expression(const char *pattern, size_t length)
      : expression(re2::StringPiece(pattern, length), quietOptions()) {}
};

cre2_expression *cre2_compile(
    const char *pattern, size_t length, int *code, char *argument, size_t capacity) {
  auto *made = new (std::nothrow) cre2_expression(pattern, length);
  argument[0] = '\0';
  *code = made == nullptr ? 1 : made->expression.error_code();
  if (made == nullptr) return nullptr;
  if (!made->expression.ok()) {
    std::strncpy(argument, made->expression.error_arg().c_str(), capacity - 1);
    argument[capacity - 1] = '\0';
    delete made;
    return nullptr;
  }
  made->names.resize(made->expression.NumberOfCapturingGroups() + 1);
  for (const auto &[number, name] : made->expression.CapturingGroupNames()) made->names[number] = name;
  return made;
}

void cre2_free(cre2_expression *expression) { delete expression; }

int cre2_group_count(const cre2_expression *expression) {
  return expression->expression.NumberOfCapturingGroups();
}

const char *cre2_group_name(const cre2_expression *expression, int group) {
  if (group < 0 || static_cast<size_t>(group) >= expression->names.size()) return "";
  return expression->names[group].c_str();
}

int cre2_find(
    const cre2_expression *expression, const char *text, size_t length, size_t start, ptrdiff_t *offsets,
    int count) {
  if (start > length || count < 0) return 0;
  std::vector<re2::StringPiece> groups(count);
  const re2::StringPiece subject(text == nullptr ? "" : text, length);
  if (!expression->expression.Match(subject, start, length, RE2::UNANCHORED, groups.data(), count)) return 0;
  for (int i = 0; i < count; i++) {
    const bool took_part = groups[i].data() != nullptr;
    offsets[2 * i] = took_part ? groups[i].data() - subject.data() : -1;
    offsets[2 * i + 1] = took_part ? offsets[2 * i] + static_cast<ptrdiff_t>(groups[i].size()) : -1;
  }
  return 1;
}
