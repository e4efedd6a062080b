package dev.unhang.hosts.saved;

import dev.unhang.logs.unpack.Unpacking;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A tar archive of a host's evidence: a sosreport, or any folder of outputs, compressed or not.
public final class SavedArchive {
  private static final int FIRST = 512;

  private SavedArchive() {}

  /// Whether a file is one.
  ///
  /// @param file from its first byte; closed by the caller
  public static boolean is(InputStream file) {
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking unpacked = new Unpacking(file);
    try {
      return Tar.begins(unpacked.readNBytes(FIRST));
    } catch (IOException damaged) {
      return false;
    }
  }

  /// Puts all of it into a draft.
  public static void read(InputStream file, String name, EvidenceDraft draft) {
    Sorting sorting = new Sorting(name, draft);
    // Whoever opened it closes it.
    @SuppressWarnings("resource")
    Unpacking unpacked = new Unpacking(file);
    Tar.read(unpacked, sorting);
  }

  /// Sorts entries as they come. A sosreport has a folder of its own name.
  private record Sorting(String archive, EvidenceDraft draft) implements Tar.Entries {
    @Override
    public void file(String name, long size, InputStream content) throws IOException {
      String where = archive + ":" + name;
      String plain = name.startsWith("./") ? name.substring(2) : name;
      String below = plain.substring(plain.indexOf('/') + 1);
      boolean isLoose = plain.indexOf('/') == plain.lastIndexOf('/');
      boolean isSmall = size <= HostView.MAX_SMALL_FILE;
      Optional<HostPath> ofHost = SosNames.ofHost(plain);
      if (SosNames.isLog(plain) || SosNames.isLog(below) || isLoose && !isSmall) {
        draft.log(content, where);
      } else if (SosNames.isWanted(below) && !isSmall) {
        draft.trouble(where, "left out: longer than " + HostView.MAX_SMALL_FILE + " bytes");
      } else if (SosNames.isWanted(below)) {
        SosNames.sort(draft, below, content.readAllBytes(), where);
      } else if (below.startsWith("var/log/journal/") && below.contains(".journal")) {
        draft.trouble(
            where, "a journal file, not read in an archive: unpack it, and name the folder");
      } else if (ofHost.isPresent() && isSmall) {
        draft.file(ofHost.get(), content.readAllBytes(), where);
      } else if (isLoose) {
        draft.paste(content.readAllBytes(), where);
      }
    }

    @Override
    public void refused(String name, String why) {
      boolean isLink = why.startsWith("is a link");
      // Sosreports are full of links to their own outputs.
      if (!isLink) {
        draft.trouble(name.isEmpty() ? archive : archive + ":" + name, why);
      }
    }
  }
}
