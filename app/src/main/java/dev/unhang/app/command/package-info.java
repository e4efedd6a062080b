/// A command a file, as a person types them. [Commands] lists them.
@NullMarked
package dev.unhang.app.command;

import org.jspecify.annotations.NullMarked;
