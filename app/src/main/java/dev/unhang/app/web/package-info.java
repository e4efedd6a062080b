/// How things stand on a watched host, over HTTP: read only.
@NullMarked
package dev.unhang.app.web;

import org.jspecify.annotations.NullMarked;
