/// Facts and findings as text and JSON. Everything from outside is escaped here.
@NullMarked
package dev.unhang.app.render;

import org.jspecify.annotations.NullMarked;
