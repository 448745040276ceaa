//! One service on every transport: the same cases on each, so that a gap shows as a failing cell of the table.
//!
//! A cell has a server of its own on a free port. Nothing here measures time: what should happen is awaited, and what hangs
//! fails.

#[path = "../support/mod.rs"]
mod support;

mod calls;
mod connection;
mod ends;
mod errors;
mod gauges;
mod layers;
mod lifecycle;
mod metadata;
mod retries;
mod sizes;
mod standard;

/// A test for each transport and case.
macro_rules! table {
    ($($transport:ident: $variant:ident),* ; $cases:tt) => {
        $(table!(@column $transport $variant $cases);)*
    };
    (@column $transport:ident $variant:ident [$($module:ident :: { $($case:ident),* $(,)? })*]) => {
        mod $transport {
            use crate::support::PATIENCE;
            use crate::support::cell::Transport;
            $($(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $case() {
                    let case = crate::$module::$case(Transport::$variant);
                    tokio::time::timeout(PATIENCE, case).await.expect("the case hangs");
                }
            )*)*
        }
    };
}

table! {
    memory_native: MemoryNative,
    memory_protobuf: MemoryProtobuf,
    quic: Quic,
    tcp_tls: Tcp,
    unix: Unix,
    memory_pipe: MemoryPipe,
    quic_or_tcp: QuicOrTcp,
    grpc_tls: GrpcTls,
    grpc_h2c: GrpcPlain,
    grpc_native: GrpcNative,
    grpc_gzip: GrpcGzip,
    grpc_zstd: GrpcZstd;
    [
        calls::{
            all_kinds_of_calls_reach_their_methods,
            values_of_every_type_arrive_equal,
            many_calls_at_once_are_all_answered,
            a_long_stream_keeps_its_order,
            a_status_arrives_with_text_details_and_metadata,
            a_status_after_messages_comes_behind_them,
            a_client_may_wait_for_the_beginning_before_it_sends,
            a_server_may_answer_before_the_client_has_finished,
            unknown_methods_and_services_are_unimplemented,
            a_panic_ends_its_own_call_alone,
        }
        errors::{
            a_declared_error_arrives_as_itself_on_each_kind,
            a_declared_error_without_payload_has_its_code_and_text,
            an_error_of_a_newer_schema_is_kept_and_thrown_on,
            a_declared_error_passes_through_nested_calls,
            a_retryable_error_says_so,
            the_details_decide_and_not_the_code,
            a_status_without_the_error_is_a_status,
            details_pass_up_to_the_limit_and_what_is_larger_is_told,
            an_error_that_breaks_a_condition_is_told,
        }
        metadata::{
            metadata_travels_both_ways_on_each_kind,
            metadata_of_calls_that_fail_arrives_on_each_kind,
            metadata_that_breaks_the_rules_is_refused_before_the_call,
            as_much_metadata_as_is_allowed_passes,
            a_trace_passes_through_nested_calls,
        }
        ends::{
            a_deadline_ends_the_call_on_both_sides,
            a_deadline_ends_a_stream_on_both_sides,
            a_deadline_ends_an_upload_on_both_sides,
            a_server_keeps_its_own_deadline,
            a_deadline_reaches_the_handler,
            a_deadline_shrinks_through_nested_calls,
            a_deadline_in_the_past_reaches_no_handler,
            dropping_a_call_stops_its_handler,
            dropping_a_stream_stops_its_handler,
            a_dropped_upload_never_looks_complete,
            a_dropped_conversation_never_looks_complete,
            half_a_conversation_dropped_never_looks_complete,
        }
        sizes::{
            three_mebibytes_pass_both_ways,
            five_mebibytes_are_refused_where_they_are_sent,
            a_request_over_the_servers_limit_is_refused,
            a_reply_over_the_clients_limit_is_refused,
            a_streamed_message_over_the_limit_is_refused,
            a_slow_reader_bounds_the_handler,
            a_slow_handler_bounds_the_client,
        }
        retries::{
            a_safe_call_is_made_again_until_it_is_answered,
            attempts_are_bounded,
            what_may_not_run_twice_and_what_is_not_to_be_is_made_once,
            other_failures_are_not_tried_again,
        }
        layers::{
            a_layer_sees_calls_of_each_kind_first,
            layers_of_tower_shed_load_and_limit_time,
            what_a_layer_fails_with_stays_on_the_server,
            a_method_takes_no_more_calls_than_it_may,
            a_method_has_limits_of_size_and_time,
        }
        connection::{
            a_call_without_a_server_fails_and_one_that_waits_is_answered,
            who_waits_for_a_server_waits_until_the_deadline,
            a_client_finds_its_server_again,
            a_connection_lives_as_long_as_a_call_is_quiet,
            a_connection_without_calls_ends_and_the_next_call_has_another,
            a_client_whose_address_is_doubted_proves_it,
            an_address_has_no_more_connections_than_it_may,
        }
        gauges::{
            gauges_of_both_sides_rise_and_fall_with_what_is_open,
        }
        lifecycle::{
            a_drain_lets_calls_finish_and_refuses_new_ones,
            a_drain_lets_streams_finish,
            what_outlives_the_grace_is_cut,
        }
        standard::{
            health_answers_for_the_server_and_each_service,
            health_can_be_set_and_whoever_watches_learns_of_each_change,
            whoever_watches_health_learns_of_a_drain,
            reflection_tells_services_and_files,
            reflection_tells_what_it_does_not_have,
            a_reflection_that_stays_open_holds_up_no_drain,
            messages_are_read_by_what_the_server_tells_of_them,
        }
    ]
}
