package dev.unhang.linux.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.linux.MountedHostControl;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.linux.ledger.FileLedger;
import dev.unhang.linux.ledger.WriterLock;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing on another machine's disk leads out of it: no link that is there, and none that is put
/// there while it is worked on. Each is asked of the kernel's own way of staying inside, and of the
/// one for kernels without it.
class CageTest {
  private static final int SWAPS = Integer.getInteger("unhang.races", 300);
  private static final Change.State UNDONE = Change.State.UNDONE;
  private static final HostPath CHANGES = new HostPath("/var/lib/unhang/changes");

  @TempDir private Path folder = Path.of("");

  private Path disk = Path.of("");
  private Path outside = Path.of("");

  @BeforeEach
  void makeDisk() throws IOException {
    disk = Files.createDirectories(folder.resolve("disk"));
    outside = Files.createDirectories(folder.resolve("outside"));
    Files.createDirectories(disk.resolve("etc/cron.d"));
    Files.createDirectories(disk.resolve("var/lib"));
    Files.writeString(outside.resolve("secret"), "ours");
  }

  private Root root(boolean steps) {
    return Root.mounted(new HostPath(disk.toString()), steps);
  }

  private static HostPath at(String path) {
    return new HostPath(path);
  }

  private List<String> outsideNow() throws IOException {
    try (Stream<Path> all = Files.walk(outside)) {
      return all.map(each -> outside.relativize(each).toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void honestLinksAreFollowedInside(boolean steps) throws IOException {
    Files.createDirectories(disk.resolve("data/lib/deep"));
    Files.createDirectories(disk.resolve("srv"));
    Files.writeString(disk.resolve("data/lib/deep/file"), "theirs");
    Files.delete(disk.resolve("var/lib"));
    Files.createSymbolicLink(disk.resolve("var/lib"), Path.of("/data/lib"));
    Files.createSymbolicLink(disk.resolve("srv/up"), Path.of("../../../../var/lib/deep/../deep"));
    LiveFiles files = new LiveFiles(root(steps));
    for (String path :
        List.of(
            "/var/lib/deep/file",
            "/srv/up/file",
            "/../../srv/up/../deep/file",
            "//srv/./up//file")) {
      assertThat(files.read(at(path)).known()).as(path).contains(Content.of("theirs"));
    }
    assertThat(files.list(at("/srv/up/")).known()).contains(List.of("file"));
    assertThat(files.list(at("/srv/up/..")).known()).contains(List.of("deep"));
    assertThat(files.list(at("/")).known()).contains(List.of("data", "etc", "srv", "var"));
    assertThat(files.link(at("/srv/up")).known().orElseThrow()).startsWith("../");
    ledger(root(steps)).begin(plan(), "fix");
    assertThat(disk.resolve("data/lib/unhang/changes/0001")).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noLinkLeadsOut(boolean steps) throws IOException {
    Path up = Path.of("../../../../../../../../../..").resolve(outside.toString().substring(1));
    for (Path target : List.of(outside, up, Path.of("/proc/self/root").resolve(outside))) {
      Files.deleteIfExists(disk.resolve("etc/out"));
      Files.deleteIfExists(disk.resolve("etc/file"));
      Files.createSymbolicLink(disk.resolve("etc/out"), target);
      Files.createSymbolicLink(disk.resolve("etc/file"), target.resolve("secret"));
      LiveFiles files = new LiveFiles(root(steps));
      assertThat(files.read(at("/etc/out/secret")).known()).isEmpty();
      assertThat(files.read(at("/etc/file")).known()).isEmpty();
      assertThat(files.list(at("/etc/out")).known()).isEmpty();
      MountedHostControl control = new MountedHostControl(root(steps));
      assertThatThrownBy(() -> control.make(at("/etc/out/new"), new Entry.Folder()))
          .isInstanceOf(UnhangException.class);
      assertThatThrownBy(
              () -> control.remove(at("/etc/out/secret"), new Entry.NewFile(Content.of("ours"))))
          .isInstanceOf(UnhangException.class);
      for (String path : List.of("/etc/file", "/etc/out/secret")) {
        FileEdit edit = new FileEdit(at(path), Content.of("ours"), Content.of("theirs"));
        assertThatThrownBy(() -> control.replaceFile(edit)).isInstanceOf(UnhangException.class);
      }
    }
    assertThat(outsideNow()).containsExactly("", "secret");
    assertThat(outside.resolve("secret")).hasContent("ours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"var/lib/unhang", "var/lib", "var"})
  void theLedgerAndItsLockStayInside(String linked) throws IOException {
    try (Stream<Path> old = Files.walk(disk.resolve("var"))) {
      old.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    Files.createDirectories(outside.resolve("lib/unhang/changes"));
    Files.createDirectories(outside.resolve("unhang/changes"));
    Files.createDirectories(outside.resolve("changes"));
    List<String> before = outsideNow();
    Path link = disk.resolve(linked);
    Files.createDirectories(link.resolve(".."));
    Files.createSymbolicLink(link, outside);
    for (boolean steps : List.of(false, true)) {
      Root root = root(steps);
      assertThatThrownBy(() -> WriterLock.take(root, at("/var/lib/unhang/lock")))
          .isInstanceOf(CannotChange.class);
      assertThatThrownBy(() -> ledger(root).begin(plan(), "fix")).isInstanceOf(CannotChange.class);
      assertThat(ledger(root).history()).isEmpty();
    }
    assertThat(outsideNow()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "changes", "changes/0001"})
  void aLinkOfTheLedgerItselfIsNotFollowedOut(String linked) throws IOException {
    Path own = disk.resolve("var/lib/unhang");
    Files.createDirectories(own.resolve(linked).getParent());
    Path target = outside.resolve("theirs");
    Files.writeString(target, "{}\n");
    Files.createSymbolicLink(own.resolve(linked), target);
    Root root = root(false);
    for (Runnable each :
        List.<Runnable>of(
            () -> WriterLock.take(root, at("/var/lib/unhang/lock")),
            () -> ledger(root).begin(plan(), "fix"),
            () -> ledger(root).history().forEach(change -> ledger(root).reached(change, UNDONE)))) {
      tried(each);
    }
    assertThat(target).hasContent("{}\n");
    assertThat(outsideNow()).containsExactly("", "secret", "theirs");
  }

  /// What was a file when its folder was opened is a link when it is.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNameThatBecomesALinkIsNotFollowed(boolean steps) throws IOException {
    Path file = Files.writeString(disk.resolve("etc/file"), "theirs");
    try (Spot spot = root(steps).target(at("/etc/file"))) {
      Files.delete(file);
      Files.createSymbolicLink(file, outside.resolve("secret"));
      assertThatThrownBy(() -> PseudoFile.read(spot.pinned())).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> new OpenedFile(spot.pinned())).isInstanceOf(IOException.class);
    }
    try (Spot spot = root(steps).target(at("/etc/cron.d"))) {
      Files.delete(disk.resolve("etc/cron.d"));
      Files.createSymbolicLink(disk.resolve("etc/cron.d"), outside);
      assertThat(Files.isDirectory(spot.pinned())).isFalse();
      assertThatThrownBy(() -> Descriptor.folder(spot.pinned())).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherHostsLedgerIsNotWrittenThroughALink(boolean steps) throws IOException {
    HostPath theirs = at(outside.resolve("changes").toString());
    FileLedger other = new FileLedger(Root.here(), theirs, () -> Instant.EPOCH, Optional::empty);
    Change change = other.begin(plan(), "theirs");
    Path entry = outside.resolve("changes/0001");
    Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("rw-r--r--"));
    String before = Files.readString(entry);
    Path own = Files.createDirectories(disk.resolve("var/lib/unhang/changes"));
    Files.createSymbolicLink(own.resolve("0001"), entry);
    Files.createSymbolicLink(own.resolveSibling("lock"), entry);
    Root root = root(steps);
    assertThatThrownBy(() -> ledger(root).history()).isInstanceOf(CannotRead.class);
    assertThatThrownBy(() -> ledger(root).reached(change, UNDONE)).isInstanceOf(CannotChange.class);
    assertThatThrownBy(() -> WriterLock.take(root, at("/var/lib/unhang/lock")))
        .isInstanceOf(CannotChange.class);
    assertThat(entry).hasContent(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
        .isEqualTo("rw-r--r--");
  }

  @ParameterizedTest
  @ValueSource(strings = {"etc/pipe", "var/lib/unhang/lock", "var/lib/unhang/changes/0001"})
  void aPipeIsNeverWaitedFor(String name) throws IOException {
    Path pipe = disk.resolve(name);
    Files.createDirectories(pipe.getParent());
    Command make = new Command(List.of("mkfifo", pipe.toString()), Duration.ofSeconds(20));
    assumeTrue(RunCommand.collect(make).known().isPresent(), "mkfifo is not installed");
    Root root = root(false);
    LiveFiles files = new LiveFiles(root);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(files.read(at("/" + name)).known()).isEmpty();
          assertThat(files.open(at("/" + name)).known()).isEmpty();
          assertThat(files.list(at("/" + name)).known()).isEmpty();
          if (name.endsWith("lock")) {
            assertThatThrownBy(() -> WriterLock.take(root, at("/" + name)))
                .isInstanceOf(CannotChange.class)
                .hasMessageContaining("is no file");
          }
          if (name.endsWith("0001")) {
            assertThatThrownBy(() -> ledger(root).history())
                .isInstanceOf(CannotRead.class)
                .hasMessageContaining("is no file");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x", "rwxr-xrwx"})
  void aLedgerThatOthersMayWriteIsRefused(String mode) throws IOException {
    Root root = root(false);
    ledger(root).begin(plan(), "fix");
    for (String part : List.of("changes/0001", "changes", "")) {
      Path mine = disk.resolve("var/lib/unhang").resolve(part);
      var former = Files.getPosixFilePermissions(mine);
      Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString(mode));
      assertThatThrownBy(() -> ledger(root).history())
          .as(part)
          .isInstanceOf(CannotRead.class)
          .hasMessageContaining("others may write")
          .extracting(refused -> ((CannotRead) refused).hint())
          .asString()
          .contains("chmod go-w");
      if (!part.endsWith("0001")) {
        assertThatThrownBy(() -> ledger(root).begin(plan(), "fix"))
            .isInstanceOf(CannotChange.class);
      }
      Files.setPosixFilePermissions(mine, former);
    }
    assertThat(ledger(root).history()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changes/0001", "changes", ""})
  void aLedgerOfSomebodyElseIsRefused(String part) throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root to give files away");
    Root root = root(false);
    ledger(root).begin(plan(), "fix");
    Files.setAttribute(disk.resolve("var/lib/unhang").resolve(part), "unix:uid", 65534);
    assertThatThrownBy(() -> ledger(root).history())
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining("belongs to user 65534");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDiskThatIsNotThereIsSaid(boolean file) throws IOException {
    Path name = folder.resolve("mnt");
    if (file) {
      Files.writeString(name, "");
    }
    assertThatThrownBy(() -> Root.mounted(new HostPath(name.toString())))
        .isInstanceOf(CannotRead.class)
        .hasMessageContaining(name.toString())
        .hasMessageContaining(file ? "Not a directory" : "No such file or directory");
  }

  /// Somebody who can write to the disk exchanges a folder and a link to the outside as fast as he
  /// can, while files are replaced, made, read and taken away below it.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsSwappedMeanwhileLeadsNowhere(boolean steps) throws Exception {
    Path name = disk.resolve("etc/cron.d");
    Files.writeString(outside.resolve("file"), "before");
    Files.writeString(outside.resolve("made"), "made");
    Files.writeString(name.resolve("file"), "before");
    AtomicBoolean stop = new AtomicBoolean();
    Thread swapper = Thread.ofPlatform().start(() -> swap(name, outside, stop));
    int done = 0;
    try {
      Root root = root(steps);
      MountedHostControl control = new MountedHostControl(root);
      LiveFiles files = new LiveFiles(root);
      HostPath file = at("/etc/cron.d/file");
      HostPath made = at("/etc/cron.d/made");
      Entry entry = new Entry.NewFile(Content.of("made"));
      for (int tries = 0; tries < SWAPS; tries++) {
        done += tried(() -> control.make(made, entry));
        done += tried(() -> control.remove(made, entry));
        Content now = files.read(file).known().orElse(Content.of("before"));
        done += tried(() -> control.replaceFile(new FileEdit(file, now, Content.of("after"))));
        done += tried(() -> control.replaceFile(new FileEdit(file, Content.of("after"), now)));
        Reading<ByteSource> opened = files.open(at("/etc/cron.d/secret"));
        assertThat(opened.known()).isEmpty();
      }
    } finally {
      stop.set(true);
      swapper.join();
    }
    assertThat(done).as("some of it happened where it was meant to").isPositive();
    assertThat(outsideNow()).containsExactly("", "file", "made", "secret");
    assertThat(outside.resolve("file")).hasContent("before");
    assertThat(outside.resolve("made")).hasContent("made");
  }

  private static int tried(Runnable what) {
    try {
      what.run();
      return 1;
    } catch (UnhangException refused) {
      return 0;
    }
  }

  /// Exchanges a folder and a link, until told to stop; the folder is there at the end.
  static void swap(Path name, Path target, AtomicBoolean stop) {
    Path real = name.resolveSibling("real");
    Path link = name.resolveSibling("link");
    try {
      while (!stop.get()) {
        Files.createSymbolicLink(link, target);
        Files.move(name, real, StandardCopyOption.ATOMIC_MOVE);
        Files.move(link, name, StandardCopyOption.ATOMIC_MOVE);
        Thread.onSpinWait();
        Files.delete(name);
        Files.move(real, name, StandardCopyOption.ATOMIC_MOVE);
        Thread.onSpinWait();
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    assertThat(Files.isDirectory(name, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  private static FileLedger ledger(Root root) {
    return new FileLedger(root, CHANGES, () -> Instant.EPOCH, Optional::empty);
  }

  private static Plan plan() {
    return new Plan(new InterfaceName("eno1"), Optional.empty(), List.of(), List.of(), "abcdef");
  }
}
