/// The pages of docs/rules and docs/steps, as the program carries them.
@NullMarked
package dev.unhang.app.docs;

import org.jspecify.annotations.NullMarked;
