/// A lab machine, declared in one file: what it is made of, and the strict reader of that file.
@NullMarked
package dev.unhang.lab.machine;

import org.jspecify.annotations.NullMarked;
