/// What a person names as SOURCE, brought to the readers: files, streams, folders, with as many
/// threads as the machine has.
@NullMarked
package dev.unhang.app.source;

import org.jspecify.annotations.NullMarked;
