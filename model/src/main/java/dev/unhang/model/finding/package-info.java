/// A rule's verdict, with what speaks for it and against it.
@NullMarked
package dev.unhang.model.finding;

import org.jspecify.annotations.NullMarked;
