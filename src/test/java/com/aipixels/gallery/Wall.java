package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.FeedQuery.Sort;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pictures as any SQL client hangs them, and the lists in which they are then found.
final class Wall {

  static final Viewer GUEST = new Viewer.Guest();

  final JdbcClient database;
  final FeedQueries feeds;
  final MemberQueries members;
  final TagQueries tags;
  private final RankTable ranks;

  Wall(DataSource database) {
    this.database = JdbcClient.create(database);
    var cards = new CardQueries(this.database);
    feeds = new FeedQueries(cards);
    members = new MemberQueries(cards);
    tags = new TagQueries(this.database);
    ranks = new RankTable(this.database);
  }

  static Viewer member(String id) {
    return new Viewer.Member(new UserId(id));
  }

  static FeedQuery query(Sort sort, @Nullable String tag) {
    return FeedQuery.latest().by(sort).of(ImageFilter.none().tagged(tag));
  }

  static FeedQuery following(Sort sort) {
    return new FeedQuery(sort, ImageFilter.none(), Circle.FOLLOWING);
  }

  int hang(String owner, Visibility visibility, String... tags) {
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, tags)
            VALUES (:owner, 'f', 'p', :visibility::visibility, :tags)
            RETURNING id
            """)
        .param("owner", owner)
        .param("visibility", visibility.value())
        .param("tags", tags)
        .query(Integer.class)
        .single();
  }

  int show(String owner, String... tags) {
    return hang(owner, Visibility.PUBLIC, tags);
  }

  int run(String sql) {
    return database.sql(sql).update();
  }

  void like(int image, int times) {
    run(
        "INSERT INTO likes (clerk_user_id, image_id) SELECT 'fan_%2$d_' || n, %1$d FROM generate_series(1, %2$d) n"
            .formatted(image, times));
  }

  void refresh() {
    ranks.refresh(1000);
  }

  List<Integer> feed(Viewer viewer, FeedQuery query) {
    return ids(feeds.feed(viewer, query, new PageRequest(100, null)));
  }

  /// All of a list, page by page; between the pages something may happen.
  List<Integer> readOn(FeedQuery query, int limit, Runnable between) {
    var read = new ArrayList<Integer>();
    String cursor = null;
    do {
      var slice = feeds.feed(GUEST, query, new PageRequest(limit, cursor));
      read.addAll(ids(slice));
      cursor = slice.nextCursor();
      between.run();
    } while (cursor != null);
    return read;
  }

  static List<Integer> ids(Slice<ImageCard> slice) {
    return slice.items().stream().map(card -> card.id().value()).toList();
  }
}
