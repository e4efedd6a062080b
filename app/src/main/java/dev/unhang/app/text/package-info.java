/// Words, tables and escapes that all screens share. Everything from outside is escaped here.
@NullMarked
package dev.unhang.app.text;

import org.jspecify.annotations.NullMarked;
