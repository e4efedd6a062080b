/// What a lab machine boots from: kernel, root file system, initramfs and disks, made once and
/// cached by their inputs.
@NullMarked
package dev.unhang.lab.image;

import org.jspecify.annotations.NullMarked;
