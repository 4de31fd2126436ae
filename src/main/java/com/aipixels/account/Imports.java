package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import com.aipixels.storage.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Exports that members bring from another AIPixels: received at once, unpacked in the background.
@Component
public class Imports {

  private static final int SHOWN = 10;
  private static final int BUFFER = 1 << 16;

  private final ImportTable table;
  private final Parcels parcels;
  private final AccountSettings settings;

  Imports(ImportTable table, Parcels parcels, AccountSettings settings) {
    this.table = table;
    this.parcels = parcels;
    this.settings = settings;
  }

  /// Keeps the zip and begins to unpack it. Whatever it holds, nothing of it is believed yet.
  ///
  /// @param publish whether what was public there is to be public here
  /// @throws Problem `content_too_large`, or `not_ready` while another one has not ended
  public Import receive(UserId member, boolean publish, InputStream zip) {
    if (table.isBusy(member)) {
      throw busy();
    }
    UUID id = table.newId();
    ObjectKey key = ImportClaim.key(id);
    parcels.put(key, out -> copy(zip, out));
    if (!table.begin(id, member, publish)) {
      parcels.delete(key);
      throw busy();
    }
    return one(member, id);
  }

  /// @throws Problem `not_found`
  public Import one(UserId member, UUID id) {
    return table.find(member, id).orElseThrow(Problem::notFound);
  }

  /// The newest first.
  public List<Import> of(UserId member) {
    return table.of(member, SHOWN);
  }

  private void copy(InputStream zip, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = settings.importLimit().toBytes();
    for (int read = read(zip, buffer); read >= 0; read = read(zip, buffer)) {
      left -= read;
      if (left < 0) {
        throw new Problem(
            ProblemCode.CONTENT_TOO_LARGE,
            "The zip must have at most " + settings.importLimit().toBytes() + " bytes.");
      }
      out.write(buffer, 0, read);
    }
  }

  private static int read(InputStream zip, byte[] buffer) {
    try {
      return zip.read(buffer);
    } catch (IOException e) {
      throw new Problem(ProblemCode.VALIDATION_FAILED, "Not all of the zip arrived.");
    }
  }

  private static Problem busy() {
    return new Problem(ProblemCode.NOT_READY, "Another import of yours has not ended yet.");
  }
}
