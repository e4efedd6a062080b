package dev.unhang.lab.image;

import dev.unhang.lab.Story;
import dev.unhang.lab.host.HostCommand;
import dev.unhang.lab.host.HostPackages;
import dev.unhang.lab.machine.MachineSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a lab machine boots from. All of it is only read: a machine writes to an overlay of its
/// own.
///
/// @param kernel its image
/// @param initramfs loads what is needed to reach the disk
/// @param root the disk: an ext4 file system
public record Images(Path kernel, Path initramfs, Path root) {

  /// Room for the packages, the kernel's modules and a few journals.
  private static final String ROOT_SIZE = "2G";

  private static final Duration COPY_BOUND = Duration.ofMinutes(3);

  /// Makes them, or finds them made.
  ///
  /// @param cache the folder where they are kept
  /// @param guest the lab's folder of guest files
  /// @param machine whose packages and name they get
  /// @param own the folder of the machine's own files; need not be there
  public static Images prepare(Path cache, Path guest, MachineSpec machine, Path own, Story story) {
    HostPackages.need();
    Cache made = new Cache(cache, story);
    DebianKernel kernel = DebianKernel.in(made);
    Path root = RootFileSystem.in(made, guest.resolve("packages"), machine);
    Inputs inputs =
        new Inputs()
            .text(kernel.folder().toString())
            .text(root.toString())
            .text(ROOT_SIZE)
            .tree(guest);
    List<Path> files = new ArrayList<>(List.of(guest.resolve("root")));
    if (Files.isDirectory(own)) {
      inputs.tree(own);
      files.add(own);
    }
    Path disk =
        made.made(
            "disk-" + machine.name(),
            "the disk of " + machine.name(),
            inputs,
            into -> assemble(kernel, root, guest, files, into));
    return new Images(kernel.image(), disk.resolve("initramfs.cpio"), disk.resolve("root.ext4"));
  }

  /// Lays the kernel's modules, the lab's files and the machine's own over the root file system.
  private static void assemble(
      DebianKernel kernel, Path root, Path guest, List<Path> files, Path into) {
    String tree = into.resolve("tree").toString();
    run("cp", "--archive", root.toString(), tree);
    run("cp", "--recursive", kernel.modules().toString(), tree + "/usr/lib/");
    // Modes and links as they are in the source tree; the owner is root, since root runs this.
    for (Path laidOver : files) {
      run(
          "cp",
          "--recursive",
          "--no-dereference",
          "--preserve=mode,links",
          "--no-target-directory",
          laidOver.toString(),
          tree);
    }
    run("chroot", tree, "depmod", kernel.release());
    Initramfs.pack(Path.of(tree), kernel.release(), guest, into.resolve("initramfs.cpio"));
    run("mke2fs", "-q", "-t", "ext4", "-d", tree, into.resolve("root.ext4").toString(), ROOT_SIZE);
    run("rm", "--recursive", tree, into.resolve("initramfs").toString());
  }

  private static void run(String... argv) {
    HostCommand.of(COPY_BOUND, argv).run();
  }
}
