/// Reports of one stuck packet, joined: when, how long, how it ended.
@NullMarked
package dev.unhang.diagnose.episode;

import org.jspecify.annotations.NullMarked;
