import Commands

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// A reader that closes the pipe early must not kill the process in the middle of a write to a cluster.
signal(SIGPIPE, SIG_IGN)
exit(await Program.run(Array(CommandLine.arguments.dropFirst())))
