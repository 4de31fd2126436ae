package com.aipixels.provenance;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.Image;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.gallery.PictureFiles;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of files whether they were made here. Of what the viewer may not see it knows nothing.
@Component
public class Provenance {

  private final KnownQueries known;
  private final Gallery gallery;
  private final PictureFiles files;

  Provenance(KnownQueries known, Gallery gallery, PictureFiles files) {
    this.known = known;
    this.gallery = gallery;
    this.files = files;
  }

  /// By its SHA-256, in hexadecimal digits.
  ///
  /// @throws Problem naming `sha256` where it is none
  public Verdict verify(Viewer viewer, String sha256) {
    return exactly(viewer, FileHash.parse(sha256)).orElseGet(Verdict::none);
  }

  /// By its bytes, and where those are not known by what it shows.
  ///
  /// @throws Problem naming the `file` where it is no picture, or `unavailable` where too many ask
  public Verdict verify(Viewer viewer, InputStream bytes) throws IOException {
    try (SentFile file = SentFile.receive(bytes)) {
      return exactly(viewer, file.sha256()).orElseGet(() -> similarly(viewer, file));
    }
  }

  private Optional<Verdict> exactly(Viewer viewer, byte[] sha256) {
    return known.withFile(viewer, sha256).map(image -> verdict(viewer, Match.EXACT, image, null));
  }

  private Verdict similarly(Viewer viewer, SentFile file) {
    BufferedImage picture =
        files
            .glance(file.path())
            .orElseThrow(() ->
                Problem.invalid(
                    "file", "must be a PNG, JPEG or WebP picture of 64 to 4096 pixels a side"));
    List<Look> looks = Eye.recall(picture);
    return looks.isEmpty()
        ? Verdict.none()
        : known
            .lookingLike(viewer, looks)
            .map(it -> verdict(viewer, Match.SIMILAR, it.image(), it.distance()))
            .orElseGet(Verdict::none);
  }

  /// One that was hidden since it was found is nobody's business any more.
  private Verdict verdict(Viewer viewer, Match match, ImageId id, @Nullable Integer distance) {
    try {
      Image image = gallery.image(viewer, id);
      return new Verdict(
          match,
          distance,
          image.card(),
          image.card().createdAt(),
          image.engine(),
          source(viewer, image));
    } catch (Problem gone) {
      if (gone.code() == ProblemCode.NOT_FOUND) {
        return Verdict.none();
      }
      throw gone;
    }
  }

  private @Nullable ImageCard source(Viewer viewer, Image image) {
    Integer parent = image.versions().parentId();
    return parent == null
        ? null
        : gallery.inOrder(viewer, List.of(new ImageId(parent))).stream().findFirst().orElse(null);
  }
}
