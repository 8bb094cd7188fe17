package dev.caravan.orchestrator.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// Bounds what all state stores of this process take outside the heap together; RocksDB's defaults are per store, and
/// there is one of each kind per partition.
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long OFF_HEAP_BYTES_MAX = 64L * 1024 * 1024;
    private static final long WRITE_BUFFERS_BYTES_MAX = 32L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 4L * 1024 * 1024;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared lives as long as the process.
    }

    /// Created with the first store, when RocksDB's native library has been loaded.
    private static final class Shared {
        static final Cache CACHE = new LRUCache(OFF_HEAP_BYTES_MAX);
        static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES_MAX, CACHE);
    }
}
