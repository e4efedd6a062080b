/// One command a file, as a person types them.
@NullMarked
package dev.unhang.app.cli;

import org.jspecify.annotations.NullMarked;
