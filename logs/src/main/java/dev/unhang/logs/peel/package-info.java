/// What is wrapped around a line of a log, a layer a file: time stamps, quotes, hosts, levels.
/// [Peelers] lists them.
@NullMarked
package dev.unhang.logs.peel;

import org.jspecify.annotations.NullMarked;
