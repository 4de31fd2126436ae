package com.aipixels.gallery;

import com.aipixels.gallery.FeedQuery.Circle;
import com.aipixels.gallery.HitQueries.Sought;
import com.aipixels.identity.Viewer;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Pages of the pictures that are found.
@Component
class SearchQueries {

  /// A plan made for any word is wrong for half of them: frequent ones are found along the newest
  /// pictures, rare ones by the index of words. What both read lies in memory, and takes less time
  /// than to compile a plan or to start workers.
  private static final String PLANNING =
      """
      SET LOCAL plan_cache_mode = force_custom_plan;
      SET LOCAL random_page_cost = 1.1;
      SET LOCAL jit = off;
      SET LOCAL max_parallel_workers_per_gather = 0
      """;

  private final SearchAnalyser analyser;
  private final SearchPages pages;
  private final CardQueries cards;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  SearchQueries(
      SearchAnalyser analyser,
      SearchPages pages,
      CardQueries cards,
      JdbcClient jdbc,
      TransactionOperations transaction) {
    this.analyser = analyser;
    this.pages = pages;
    this.cards = cards;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /// Finds nothing where nothing is said.
  Slice<ImageCard> search(Viewer viewer, SearchQuery query, PageRequest page) {
    if (query.circle() == Circle.FOLLOWING) {
      viewer.memberId();
    }
    Optional<String> words = SearchWords.of(analyser.runs(query.text()));
    return words
        .map(said ->
            inOrder(query.order(), new Sought(said, query.filter(), query.circle(), viewer), page))
        .orElseGet(() -> new Slice<>(List.of(), null));
  }

  private Slice<ImageCard> inOrder(SearchQuery.Order order, Sought sought, PageRequest page) {
    return transaction.execute(_ -> {
      jdbc.sql(PLANNING).update();
      return switch (order) {
        case RELEVANCE ->
            pages.page(sought, page).map(hits -> cards.inOrder(sought.viewer(), ids(hits)));
        case LATEST -> cards.page(byDate(sought), sought.viewer(), page);
        case POPULAR -> cards.page(byRank(Place.LIKES, sought), sought.viewer(), page);
        case TRENDING -> cards.page(byRank(Place.SCORE, sought), sought.viewer(), page);
      };
    });
  }

  private static CardList byDate(Sought sought) {
    return new CardList(
        Place.PUBLISHED,
        "s",
        "image_search s JOIN images i ON i.id = s.image_id",
        SearchFilter.of(sought),
        SearchFilter.parameters(sought));
  }

  private static CardList byRank(Place place, Sought sought) {
    return new CardList(
        place,
        "r",
        """
        image_ranks r
        JOIN image_search s ON s.image_id = r.image_id
        JOIN images i ON i.id = r.image_id
        """,
        SearchFilter.of(sought),
        SearchFilter.parameters(sought));
  }

  private static List<ImageId> ids(List<Hit> hits) {
    return hits.stream().map(hit -> new ImageId(hit.imageId())).toList();
  }
}
