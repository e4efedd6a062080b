/// The forms that kernel logs are written in, a form a file: text, JSON, exports of the journal,
/// /dev/kmsg.
@NullMarked
package dev.unhang.logs.form;

import org.jspecify.annotations.NullMarked;
