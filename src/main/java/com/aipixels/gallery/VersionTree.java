package com.aipixels.gallery;

import com.aipixels.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a tree: ancestors come before what descends from them.
public record VersionTree(List<Version> nodes, @Nullable String nextCursor) {

  static VersionTree of(Slice<Version> page) {
    return new VersionTree(page.items(), page.nextCursor());
  }
}
