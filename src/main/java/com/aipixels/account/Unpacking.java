package com.aipixels.account;

import com.aipixels.gallery.Arrival;
import com.aipixels.gallery.PortableImage;
import com.aipixels.gallery.Portfolios;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;

/// Takes one picture out of an export.
@Component
class Unpacking {

  private final Portfolios portfolios;
  private final ExportQueries queries;

  Unpacking(Portfolios portfolios, ExportQueries queries) {
    this.portfolios = portfolios;
    this.queries = queries;
  }

  /// A picture that cannot be taken stays behind, and the others follow.
  LineResult take(ImportClaim claim, UUID origin, ExportFile export, int number, String line)
      throws IOException {
    try {
      PortableImage image = export.image(line);
      Arrival arrival =
          new Arrival(
              claim.member(), origin, origin.equals(queries.instance()), image, claim.publish());
      if (portfolios.knows(arrival)) {
        return new LineResult.Known(number);
      }
      return switch (portfolios.bring(arrival, export.original(image.file()))) {
        case Portfolios.Hung _ -> new LineResult.Imported(number);
        case Portfolios.Known _ -> new LineResult.Known(number);
        case Portfolios.Refused(String why) -> new LineResult.Refused(number, why);
      };
    } catch (BadExport e) {
      return new LineResult.Refused(number, e.why());
    } catch (ZipException e) {
      return new LineResult.Refused(number, "Its file in the zip is damaged.");
    }
  }
}
