/// Options and operands that several commands share, and what they lead to.
@NullMarked
package dev.unhang.app.option;

import org.jspecify.annotations.NullMarked;
