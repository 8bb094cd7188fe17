/// Microsoft Graph, through Microsoft's SDK: collections page by page, single objects, changes, and batches of them.
@NullMarked
package dev.caravan.m365.graph;

import org.jspecify.annotations.NullMarked;
