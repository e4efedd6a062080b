/// What is told to people of an episode: once, when there is a way to them again. Nothing here
/// sends or writes.
@NullMarked
package dev.unhang.watch.alert;

import org.jspecify.annotations.NullMarked;
