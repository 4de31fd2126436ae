package com.aipixels.generation;

import com.aipixels.identity.UserId;
import com.aipixels.paging.PageRequest;
import com.aipixels.paging.Slice;
import com.aipixels.problems.InputRules;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// What members asked for before, to be found and asked for again.
@Component
public class History {

  private static final int LONGEST = 200;

  private final HistoryQueries queries;

  History(HistoryQueries queries) {
    this.queries = queries;
  }

  /// A member's requests that have all of these words, or beginnings and parts of words, in their
  /// prompt, its translation or their title, newest first. A page looks through a limited number of
  /// requests: it may be short, and yet have another after it.
  ///
  /// @throws com.aipixels.problems.Problem naming `q`, where it is blank or longer than 200
  ///   characters
  public Slice<Generation> search(UserId member, String text, PageRequest page) {
    new InputRules().required("q", text, LONGEST).check();
    return queries.search(member, SoughtWords.of(text), page);
  }

  /// A member's different prompts among their latest requests that hold what was typed, be its last
  /// syllable finished or not; the one asked for last comes first.
  public List<PromptUse> prompts(UserId member, String typed, int most) {
    new InputRules()
        .optional("q", typed, LONGEST)
        .that(most >= 1 && most <= 100, "limit", "must be between 1 and 100")
        .check();
    return queries.prompts(member, typed.strip().toLowerCase(Locale.ROOT), most);
  }
}
