import Commands

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// A reader that closes the pipe early must not kill the process in the middle of a write to a cluster.
signal(SIGPIPE, SIG_IGN)
Task.detached { exit(await Program.run(Array(CommandLine.arguments.dropFirst()))) }
// An entry point that awaits would end the main thread, and unwinding its stack reads tables of half a
// megabyte at every start.
while true { pause() }
