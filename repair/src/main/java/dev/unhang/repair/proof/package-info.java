/// What is looked at again after a change.
@NullMarked
package dev.unhang.repair.proof;

import org.jspecify.annotations.NullMarked;
