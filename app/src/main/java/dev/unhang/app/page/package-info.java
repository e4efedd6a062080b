/// Facts and findings as one HTML page, and as drawings.
@NullMarked
package dev.unhang.app.page;

import org.jspecify.annotations.NullMarked;
