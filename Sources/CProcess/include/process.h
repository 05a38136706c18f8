#ifndef ISTIOCTL_PROCESS_H
#define ISTIOCTL_PROCESS_H

#include <stddef.h>
#include <sys/types.h>

// Functions of the C library that Swift does not see, since they are declared for GNU programs only.

/// Starts `path` in a session of its own and in `directory`, with nothing open but the three `files` (or, where
/// `terminal` is given, that terminal for all three, which then controls the session). Signals have their
/// standard effect and none is blocked. 0, or an error number.
int process_spawn(pid_t *pid, const char *path, char *const words[], char *const variables[],
                  const char *directory, const int files[3], const char *terminal);

/// Opens a terminal: its side for us, and the path of the side for a process. -1 with errno on failure.
int process_terminal(char *path, size_t size);

/// Both ends of a pipe, closed in programs that are started. 0, or -1 with errno.
int process_pipe(int ends[2]);

#endif
