/// interfaces(5) as a document that keeps every byte: parsing and printing are exact opposites, and
/// an edit touches nothing but its own line.
@NullMarked
package dev.unhang.config.interfaces;

import org.jspecify.annotations.NullMarked;
