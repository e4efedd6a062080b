package dev.unhang.bench.log;

/// One thing that a made-up host logs.
///
/// @param boot 32 hexadecimal digits
/// @param realMicros wall clock, since 1970
/// @param upMicros since the boot
/// @param isKernel whether the kernel says it
/// @param priority syslog's: 3 an error, 6 information
/// @param identifier who says it
/// @param pid of who says it; 0 for the kernel
/// @param message may span lines
/// @param device as the kernel names it in the journal, `+pci:0000:00:1f.6`; empty if it names none
public record Entry(
    String boot,
    long realMicros,
    long upMicros,
    boolean isKernel,
    char priority,
    String identifier,
    int pid,
    String message,
    String device) {}
