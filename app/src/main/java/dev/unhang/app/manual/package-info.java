/// What is made of the commands' own descriptions for a packager: man pages, completions of shells.
@NullMarked
package dev.unhang.app.manual;

import org.jspecify.annotations.NullMarked;
