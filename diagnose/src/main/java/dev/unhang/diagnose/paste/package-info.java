/// What programs print, read back: a parser a file, text in, facts out. Nothing here throws,
/// whatever the text.
@NullMarked
package dev.unhang.diagnose.paste;

import org.jspecify.annotations.NullMarked;
