/// The program: it parses the command line, runs a command, and ends with its exit code.
@NullMarked
package dev.unhang.app;

import org.jspecify.annotations.NullMarked;
