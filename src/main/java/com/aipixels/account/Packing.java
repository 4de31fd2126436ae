package com.aipixels.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aipixels.gallery.PortableImage;
import com.aipixels.gallery.Portfolios;
import com.aipixels.identity.MemberExport;
import com.aipixels.identity.People;
import com.aipixels.identity.PersonCard;
import com.aipixels.identity.UserId;
import com.aipixels.storage.Draft;
import com.aipixels.storage.ObjectContent;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.StoredObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Puts everything of a member into one zip: pictures, a file of JSON Lines for each kind, a page
/// to read it by, and a manifest. Nothing is kept in memory that grows with what the member has,
/// but for the names of the files.
@Component
class Packing {

  private static final int PICTURES_AT_ONCE = 100;
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private final ExportTable table;
  private final ExportQueries queries;
  private final List<MemberExport> kinds;
  private final Portfolios portfolios;
  private final ObjectStore pictures;
  private final Parcels parcels;
  private final People people;
  private final TransactionOperations transaction;
  private final JsonMapper json;
  private final InstantSource clock;

  Packing(
      ExportTable table,
      ExportQueries queries,
      List<MemberExport> kinds,
      Portfolios portfolios,
      ObjectStore pictures,
      Parcels parcels,
      People people,
      TransactionOperations transaction,
      JsonMapper json,
      InstantSource clock) {
    this.table = table;
    this.queries = queries;
    this.kinds = kinds;
    this.portfolios = portfolios;
    this.pictures = pictures;
    this.parcels = parcels;
    this.people = people;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  /// @throws LostTurn where the export is not wanted any more
  void pack(ExportClaim claim, OutputStream out) throws IOException {
    try (Draft files = parcels.draft();
        Draft lines = parcels.draft();
        Draft page = parcels.draft()) {
      new Run(claim, new ExportZip(out), new Manifest(files, json), lines, new Album(page)).pack();
    }
  }

  private final class Run {

    private final ExportClaim claim;
    private final ExportZip zip;
    private final Manifest manifest;
    private final Draft lines;
    private final Album album;
    private Instant seen = clock.instant();

    Run(ExportClaim claim, ExportZip zip, Manifest manifest, Draft lines, Album album) {
      this.claim = claim;
      this.zip = zip;
      this.manifest = manifest;
      this.lines = lines;
      this.album = album;
    }

    void pack() throws IOException {
      UserId member = claim.member();
      PersonCard card = Objects.requireNonNull(people.cards(Set.of(member)).get(member));
      album.begin(card, clock.instant());
      packPictures();
      add("images", lines.in()::transferTo);
      for (MemberExport kind : kinds) {
        packKind(kind);
      }
      manifest.count("profile", 1);
      add("profile", out -> out.write(line(card)));
      manifest.list(zip.deflate("index.html", album::writeTo));
      zip.deflate(
          Manifest.NAME, out -> manifest.writeTo(out, queries.instance(), clock.instant(), card));
      zip.finish();
    }

    private void packPictures() throws IOException {
      int last = 0;
      List<Portfolios.Item> items = portfolios.after(claim.member(), last, PICTURES_AT_ONCE);
      while (!items.isEmpty()) {
        for (Portfolios.Item item : items) {
          PortableImage image = withOriginal(item);
          lines.out().write(line(image));
          album.show(image);
          manifest.count("images", 1);
          renew();
        }
        last = items.getLast().line().id();
        items = portfolios.after(claim.member(), last, PICTURES_AT_ONCE);
      }
    }

    /// A picture that is deleted meanwhile has lost its file.
    private PortableImage withOriginal(Portfolios.Item item) throws IOException {
      ObjectKey key = item.original();
      Optional<StoredObject> original = key == null ? Optional.empty() : pictures.open(key);
      if (original.isEmpty()) {
        return item.line();
      }
      String name = original.get().key().value();
      Manifest.Entry entry =
          zip.store(
              "images/" + item.line().id() + name.substring(name.lastIndexOf('.')),
              original.get().path());
      manifest.list(entry);
      return item.line().in(entry.name(), entry.sha256());
    }

    private void packKind(MemberExport kind) throws IOException {
      AtomicInteger things = new AtomicInteger();
      add(
          kind.kind(),
          out ->
              transaction.executeWithoutResult(_ ->
                  queries.read(
                      kind,
                      claim.member(),
                      line -> {
                        write(out, line);
                        things.incrementAndGet();
                      })));
      manifest.count(kind.kind(), things.get());
      renew();
    }

    private void add(String kind, ObjectContent content) throws IOException {
      manifest.list(zip.deflate(kind + ".jsonl", content));
    }

    private void renew() {
      Instant now = clock.instant();
      if (now.isAfter(seen.plus(HEARTBEAT))) {
        table.renew(claim, Exporter.LEASE);
        seen = now;
      }
    }

    private byte[] line(Object value) {
      return (json.writeValueAsString(value) + "\n").getBytes(UTF_8);
    }
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write((line + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
