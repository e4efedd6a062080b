/// Facts and findings as text for a terminal.
@NullMarked
package dev.unhang.app.screen;

import org.jspecify.annotations.NullMarked;
