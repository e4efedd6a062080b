/// Edits of documents, each with its own refusals.
@NullMarked
package dev.unhang.repair.edit;

import org.jspecify.annotations.NullMarked;
