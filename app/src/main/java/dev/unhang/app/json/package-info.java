/// Facts and findings as JSON, a document a file; the schemas are in docs/schema.
@NullMarked
package dev.unhang.app.json;

import org.jspecify.annotations.NullMarked;
