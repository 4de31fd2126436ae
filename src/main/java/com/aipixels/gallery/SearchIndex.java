package com.aipixels.gallery;

import com.aipixels.gallery.SearchTable.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Analyses the words of pictures that wait for it. Every process may do so at once: each takes
/// other pictures.
@Component
class SearchIndex {

  private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

  /// Few enough that a member who changes one of them does not notice the wait.
  private static final int AT_ONCE = 50;

  private final SearchTable table;
  private final SearchAnalyser analyser;
  private final TransactionOperations transaction;

  SearchIndex(SearchTable table, SearchAnalyser analyser, TransactionOperations transaction) {
    this.table = table;
    this.analyser = analyser;
    this.transaction = transaction;
  }

  /// Analyses some pictures; whether more may be waiting.
  boolean analyseSome() {
    return transaction.execute(_ -> {
      List<Integer> claimed = table.claim(SearchAnalyser.VERSION, AT_ONCE);
      if (!claimed.isEmpty()) {
        table.write(SearchAnalyser.VERSION, documents(table.words(claimed)));
      }
      return claimed.size() == AT_ONCE;
    });
  }

  private Map<Integer, String> documents(List<Words> pictures) {
    return pictures.stream().collect(Collectors.toMap(Words::imageId, this::document));
  }

  /// A picture whose words break the analysis is found by none of them, and holds up no other.
  private String document(Words words) {
    try {
      return new SearchDocument(analyser)
          .add('A', words.title())
          .add('A', String.join("\n", words.tags()))
          .add('B', words.prompt())
          .add('C', words.translatedPrompt())
          .add('D', words.description())
          .text();
    } catch (RuntimeException e) {
      log.warn("Could not analyse the words of picture {}", words.imageId(), e);
      return "";
    }
  }
}
