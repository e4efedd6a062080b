/// The rules of the house, held by tests: arrows, tidiness, and documents that say what is true.
@NullMarked
package dev.unhang.app.house;

import org.jspecify.annotations.NullMarked;
