/// Where the program prints, and the exit codes it ends with.
@NullMarked
package dev.unhang.app.console;

import org.jspecify.annotations.NullMarked;
