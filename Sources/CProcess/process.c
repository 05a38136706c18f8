#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <unistd.h>

static int prepare(posix_spawn_file_actions_t *actions, const char *directory, const int files[3],
                   const char *terminal) {
    int error = 0;
    if (terminal != NULL) {
        // The first terminal that the leader of a session opens becomes the one that controls it.
        error = posix_spawn_file_actions_addopen(actions, 0, terminal, O_RDWR, 0);
        for (int file = 1; file < 3 && error == 0; file++) {
            error = posix_spawn_file_actions_adddup2(actions, 0, file);
        }
    } else {
        for (int file = 0; file < 3 && error == 0; file++) {
            error = posix_spawn_file_actions_adddup2(actions, files[file], file);
        }
    }
    if (error == 0) error = posix_spawn_file_actions_addchdir_np(actions, directory);
#ifdef __linux__
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
    return error;
}

int process_spawn(pid_t *pid, const char *path, char *const words[], char *const variables[],
                  const char *directory, const int files[3], const char *terminal) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    short flags = POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
    sigemptyset(&none);
    sigfillset(&all);
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) return error;
    error = posix_spawnattr_init(&attributes);
    if (error == 0) {
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        error = posix_spawnattr_setflags(&attributes, flags);
        if (error == 0) error = prepare(&actions, directory, files, terminal);
        if (error == 0) error = posix_spawn(pid, path, &actions, &attributes, words, variables);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int process_terminal(char *path, size_t size) {
    int file = posix_openpt(O_RDWR | O_NOCTTY);
    if (file < 0) return -1;
    fcntl(file, F_SETFD, FD_CLOEXEC);
    if (grantpt(file) == 0 && unlockpt(file) == 0 && ptsname_r(file, path, size) == 0) return file;
    int error = errno;
    close(file);
    errno = error;
    return -1;
}

int process_pipe(int ends[2]) {
#ifdef __linux__
    return pipe2(ends, O_CLOEXEC);
#else
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
#endif
}
