/// Reports of one stuck packet, joined: when, how long, how it ended.
@NullMarked
package dev.unhang.logs.episode;

import org.jspecify.annotations.NullMarked;
