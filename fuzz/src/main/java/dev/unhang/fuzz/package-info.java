/// What reads foreign bytes is given any bytes: each class holds one target, whose parameter is the
/// input and whose assertions are the promises it checks.
@NullMarked
package dev.unhang.fuzz;

import org.jspecify.annotations.NullMarked;
